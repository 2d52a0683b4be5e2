/**
 * 方案: grid cells redrawn on top of a mosaic, as a log of small operations.
 *
 * <p>A {@link onegrid.plan.Plan} is an assignment of basic units to grid cells, with the arcs
 * between the units. It never changes: a {@link onegrid.plan.PlanEdit} is applied to it and gives
 * an {@link onegrid.plan.EditOutcome}, which is either the plan after with the {@link
 * onegrid.plan.PlanDiff} between the two, or a refusal that says why and where.
 *
 * <ul>
 *   <li>Both ways to edit act on one topology: units change their cell, or an arc changes its
 *       vertices and with it the units on both sides. Overlap and gap cannot be expressed.
 *   <li>Coordinates are whole centimetres, every check of borders is exact, equal edits of equal
 *       plans give equal bytes ({@link onegrid.plan.PlanBytes}).
 *   <li>The inverse of a diff restores the very bytes.
 *   <li>An outcome tells what it read and wrote ({@link onegrid.plan.Touched}). Edits of which
 *       neither writes what the other touches give the same plan in either order.
 * </ul>
 *
 * <p>Enter at {@link onegrid.plan.PlanStart}, go on with {@link onegrid.plan.PlanEdit#applyTo},
 * leave by {@link onegrid.plan.PlanMosaic}.
 */
@NullMarked
package onegrid.plan;

import org.jspecify.annotations.NullMarked;
