/** The most bytes of a picture: what a telephone's camera writes at its best. */
export const MOST_PICTURE_BYTES = 10 * 1024 * 1024
/** What a picture may be, as file inputs say it. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PictureType = (typeof PICTURE_TYPES)[number]
