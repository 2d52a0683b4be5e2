/**
 * 方案 over HTTP: drafts of grid cells on a mosaic, edited by several people at once.
 *
 * <p>{@link onegrid.server.plan.PlanLedger} is the one place where a draft changes: it locks the
 * plan's row, applies through core, keeps the log. {@link onegrid.server.plan.PlanSteps} takes a
 * plan through its life.
 */
@NullMarked
package onegrid.server.plan;

import org.jspecify.annotations.NullMarked;
