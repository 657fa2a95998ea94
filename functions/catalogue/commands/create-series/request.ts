import * as z from 'zod';
import { CoverUrl } from '../../../../events/catalogue/cover-url.ts';
import { lineOfText } from '../../../platform/http/text.ts';

const Title = lineOfText(200);
const Name = lineOfText(100);

/** `POST /api/series` */
export const CreateSeriesRequest = z.strictObject({
  title: Title,
  titleEn: Title.optional(),
  author: Name,
  illustrator: Name.optional(),
  genre: Name,
  publisher: Name,
  coverUrl: CoverUrl.optional(),
  firstPublishedOn: z.iso.date(),
  lastPublishedOn: z.iso.date().optional(),
});
export type CreateSeriesRequest = z.infer<typeof CreateSeriesRequest>;
