package dev.heddle.stub;

/** A route with its account. */
record Mounted(Route route, RouteTally tally) {}
