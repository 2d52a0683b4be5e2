/** 多网合一: from layers that overlap and disagree to one mosaic, with proof. */
@NullMarked
package onegrid.merge;

import org.jspecify.annotations.NullMarked;
