import { sendCommand } from '../../../lib/http/send-command.ts';
import { Profile } from './get-profile.ts';

export type ProfileChange = Partial<Pick<Profile, 'name' | 'language' | 'unsubscribed'>>;

export const changeProfile = (change: ProfileChange, key: string): Promise<Profile> =>
  sendCommand({ method: 'PATCH', path: '/api/me', body: change, key, answer: Profile, seenBy: ['/api/me'] });
