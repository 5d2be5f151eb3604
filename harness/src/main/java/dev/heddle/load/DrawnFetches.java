package dev.heddle.load;

import dev.heddle.plan.Fetch;
import dev.heddle.plan.Request;
import java.net.URI;

/**
 * Makes fetches whose delays the server draws by a seed and a key, so that all models are given the
 * same ones.
 *
 * @param server the server's address without a path, as text: what is the same for every fetch is
 *     worked out once
 * @param seed of the draws
 */
public record DrawnFetches(String server, long seed) {

  /** Those of a server. */
  public static DrawnFetches from(URI server, long seed) {
    String root = server.resolve("/").toString();
    return new DrawnFetches(root.substring(0, root.length() - 1), seed);
  }

  /**
   * A fetch.
   *
   * @param path with a query, to which seed and key are added
   * @param key the number of the draw, from 0
   */
  public Fetch fetch(String path, long key) {
    return new Fetch(Request.get(URI.create(server + path + "&seed=" + seed + "&key=" + key)));
  }
}
