/**
 * The ground as a person on foot meets it: one compact network of ways, with its walls, gates and
 * crossings.
 *
 * <p>Terms. A <em>way</em> is a line that people may walk ({@link onegrid.walk.WalkWay}). A
 * <em>barrier</em> is a line that they may not cross: a river bank, a railway, the wall of a
 * compound. A <em>wide road</em> has two sides; who walks along one side is on the other side only
 * after a crossing.
 *
 * <p>How {@link onegrid.walk.WalkNetwork#build} works:
 *
 * <ol>
 *   <li>{@code WallCut} cuts every way on the ground where it meets a barrier. At a gate of that
 *       wall the two ends are joined again by an edge that carries the gate; elsewhere they stay
 *       apart, and the cut is reported.
 *   <li>{@code EdgeDrafts} splits ways where they share a node, and puts the pieces in an order
 *       that depends on their shape alone.
 *   <li>{@code Corners} gives a node of wide roads one corner for each sector between them, and
 *       joins the corners where there is a crossing.
 *   <li>Nodes are numbered as the edges meet them, along a Hilbert curve, so that what lies close
 *       together on the ground lies close together in memory.
 * </ol>
 *
 * <p>Guarantee: the same ways, barriers and gates give the same arrays and the same version, in
 * whatever order they come. Lengths are whole millimetres, coordinates whole centimetres.
 *
 * <p>Known limits: lines that cross without sharing a vertex are not joined (the source must share
 * its nodes, as OpenStreetMap does); a wide road is one line, so its own width is not walked except
 * at crossings.
 */
@NullMarked
package onegrid.walk;

import org.jspecify.annotations.NullMarked;
