package dev.heddle.planted.stub;

/** Nobody outside the stub may use it. */
public class Routes {}
