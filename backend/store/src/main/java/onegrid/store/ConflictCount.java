package onegrid.store;

import onegrid.merge.ConflictKind;

/** How many conflicts of one kind there are, with the people and the ground they touch. */
public record ConflictCount(ConflictKind kind, int count, int people, double areaSquareMetres) {}
