// @ts-check
/** Side of a drawn tile in CSS pixels. Hatches repeat within it without a seam. */
export const TILE_PIXELS = 512;
