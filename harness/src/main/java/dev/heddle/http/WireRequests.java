package dev.heddle.http;

import dev.heddle.plan.Request;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers encoded requests, since plans send the same few again and again. */
final class WireRequests {

  /**
   * Enough for every plan of the suite; a load that never repeats itself must not fill the heap.
   */
  private static final int CAPACITY = 1024;

  private final ConcurrentHashMap<Request, WireRequest> known = new ConcurrentHashMap<>();

  WireRequest of(Request request) {
    WireRequest wire = known.get(request);
    return wire == null ? encode(request) : wire;
  }

  private WireRequest encode(Request request) {
    WireRequest wire = WireRequest.of(request);
    if (known.mappingCount() < CAPACITY) {
      known.put(request, wire);
    }
    return wire;
  }
}
