package dev.heddle.stub;

/** One reply, as bytes for one connection: how long it waits, and what then happens. */
record Turn(Delay delay, Ending ending) {}
