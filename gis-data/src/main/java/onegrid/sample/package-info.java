/**
 * A made-up Chinese district, true to life, with its noise-free truth known.
 *
 * <p>Everything hangs on one street net. (1) {@code StreetPlan} cuts a straight board into
 * superblocks, quarters and blocks, and {@code Warp} bends it into the ground. (2) Quarters are
 * grouped into communities, blocks into parcels, parcels get their use: compounds, schools,
 * markets. (3) Each department groups the same blocks into cells of its own, so the basic units
 * that all layers agree on are known: {@link onegrid.sample.Truth}. (4) {@code Drift} then draws
 * each layer as a department would: other vertices, a shift, strips missing, rings that cross
 * themselves.
 *
 * <p>Enter at {@link onegrid.sample.SampleCity} for a whole town, at {@link
 * onegrid.sample.SmallDistrict} for a tiny one in a property test. There are no degrees here:
 * metres on a grid of 1 cm. Nothing here describes a real place or a person.
 */
@NullMarked
package onegrid.sample;

import org.jspecify.annotations.NullMarked;
