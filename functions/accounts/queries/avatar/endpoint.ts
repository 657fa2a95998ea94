import * as z from 'zod';
import { endpoint } from '../../../platform/http/endpoint.ts';

/** `<memberId>.svg`: the gateway's parameters are whole segments of a path. */
const AvatarFile = z.string().regex(/^[A-Za-z0-9-]{1,64}\.svg$/);

export const avatarEndpoint = endpoint('GET /api/avatars/{file}', {
  summary: 'The drawing that stands for a member',
  who: 'anyone',
  params: z.object({ file: AvatarFile }),
  answers: { 200: { mediaType: 'image/svg+xml', shape: z.string() } },
  refusals: { 'not-found': 404 },
});
