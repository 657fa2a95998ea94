import * as z from 'zod';

/** Ids are opaque to callers; `#` separates the parts of a stream's name and can therefore never be inside one. */
const id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'must be 1 to 64 letters, digits or hyphens');

export const MemberId = id.brand<'MemberId'>();
export type MemberId = z.infer<typeof MemberId>;
export const CardId = id.brand<'CardId'>();
export type CardId = z.infer<typeof CardId>;
export const SeriesId = id.brand<'SeriesId'>();
export type SeriesId = z.infer<typeof SeriesId>;
export const VolumeId = id.brand<'VolumeId'>();
export type VolumeId = z.infer<typeof VolumeId>;
export const CopyId = id.brand<'CopyId'>();
export type CopyId = z.infer<typeof CopyId>;
export const LoanId = id.brand<'LoanId'>();
export type LoanId = z.infer<typeof LoanId>;
export const HoldId = id.brand<'HoldId'>();
export type HoldId = z.infer<typeof HoldId>;
export const CommentId = id.brand<'CommentId'>();
export type CommentId = z.infer<typeof CommentId>;
export const CategoryId = id.brand<'CategoryId'>();
export type CategoryId = z.infer<typeof CategoryId>;
export const ProductId = id.brand<'ProductId'>();
export type ProductId = z.infer<typeof ProductId>;
export const OrderId = id.brand<'OrderId'>();
export type OrderId = z.infer<typeof OrderId>;
