/**
 * Readers, one for each format, behind one door: {@link onegrid.io.read.FeatureFiles}.
 *
 * <p>Nothing in a file is believed: sizes are checked before anything is allocated for them, XML
 * has no document types, archives unpack no name of their own, and a text that decodes in no
 * charset is refused rather than shown as gibberish.
 */
@NullMarked
package onegrid.io.read;

import org.jspecify.annotations.NullMarked;
