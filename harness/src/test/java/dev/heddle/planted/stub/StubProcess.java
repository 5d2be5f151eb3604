package dev.heddle.planted.stub;

/** The one class of the stub that others may use. */
public class StubProcess {}
