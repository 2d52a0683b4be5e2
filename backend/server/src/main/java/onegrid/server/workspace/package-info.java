/** 工作区: one place and its set of layers. */
@NullMarked
package onegrid.server.workspace;

import org.jspecify.annotations.NullMarked;
