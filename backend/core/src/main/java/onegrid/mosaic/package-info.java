/**
 * Polygons that share their borders: the one topology that merging makes and editing changes.
 *
 * <p>A {@link onegrid.mosaic.Mosaic} is a planar partition. Its faces are {@link
 * onegrid.mosaic.BasicUnit}s, its borders {@link onegrid.mosaic.Arc}s, each drawn once and known to
 * the face on either side. Overlap, gap and sliver cannot be expressed in it.
 */
@NullMarked
package onegrid.mosaic;

import org.jspecify.annotations.NullMarked;
