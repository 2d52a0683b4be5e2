/**
 * The door between files and core: what comes in is checked, projected and named; what goes out is
 * written whole or not at all.
 *
 * <p>Degrees stop here. {@link onegrid.io.crs.CrsGate} is the only place that turns them into the
 * metres of a {@link onegrid.geo.LocalFrame} and back. The way in is {@code
 * onegrid.io.read.FeatureFiles} (any file to a {@code FeatureTable}) and then {@code
 * onegrid.io.intake.LayerIntake} (table to layer); the way out is {@code
 * onegrid.io.write.MergeFiles}.
 *
 * <p>A feature that is bad becomes a finding and the rest is read; a file that is broken is refused
 * whole by {@link onegrid.io.FileRefused}.
 */
@NullMarked
package onegrid.io;

import org.jspecify.annotations.NullMarked;
