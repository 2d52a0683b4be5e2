/**
 * PostGIS: what is kept, and how it is found again.
 *
 * <p>{@link onegrid.store.Stores} is the front door: given a {@link javax.sql.DataSource} it brings
 * the schema {@code onegrid} up to date and hands out one store per subject. Neither Spring Boot
 * nor the command line is needed.
 *
 * <ul>
 *   <li>Every shape that goes in or comes out is in degrees of EPSG:4490 (CGCS2000), x the
 *       longitude, y the latitude, because one database holds places in several metric frames. Each
 *       {@link onegrid.store.Workspace} names its metric frame; areas and lengths are computed in
 *       it by core and kept as numbers. The stores convert nothing.
 *   <li>{@link onegrid.store.ShapeGate} lets only finite shapes of bounded size inside the envelope
 *       through to SQL; CHECK constraints say the same behind it. No number that came from outside
 *       reaches a native geometry routine that could fail on it.
 *   <li>Every write is one transaction, and its line in the {@link onegrid.store.AuditStore} stands
 *       in the same one. {@link onegrid.store.Stores#inTransaction} joins several writes.
 *   <li>Bulk goes by binary COPY. Answers have a stated order.
 * </ul>
 */
@NullMarked
package onegrid.store;

import org.jspecify.annotations.NullMarked;
