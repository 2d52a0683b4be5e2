/**
 * A file once read: features with a shape and text values, still in the numbers of the file.
 *
 * <p>Every reader builds its shapes through one gate, {@link onegrid.io.table.ShapeBuilder}, which
 * lets through only finite numbers within range and counted vertices, closes rings that are open
 * and notes it.
 */
@NullMarked
package onegrid.io.table;

import org.jspecify.annotations.NullMarked;
