package io.hearthwatch.domain.policy;

import io.hearthwatch.domain.household.Limits;

/**
 * A feed: what one source tells of the regions whose codes begin alike. It has a case of its own,
 * under an id that no household may have.
 *
 * @param source code of the source, known or not
 * @param regionPrefix prefix of region codes; empty for all
 */
public record Feed(String source, String regionPrefix) {

  /** What the ids of feeds begin with. */
  public static final String ID_PREFIX = "feed:";

  private static final char SEPARATOR = ':';

  /** Throws IllegalArgumentException where its id would not be one. */
  public Feed {
    Limits.code("source", source);
    if (source.indexOf(SEPARATOR) >= 0 || !regionPrefix.matches("[0-9A-Za-z-]*")) {
      throw new IllegalArgumentException("no code of a source, or no prefix of region codes");
    }
    Limits.id("feed", idOf(source, regionPrefix));
  }

  /** Whether an id is that of a feed, or looks like one. */
  public static boolean isId(String id) {
    return id.startsWith(ID_PREFIX);
  }

  /** The feed of an id; throws IllegalArgumentException where it is none. */
  public static Feed ofId(String id) {
    int end = id.lastIndexOf(SEPARATOR);
    if (!isId(id) || end < ID_PREFIX.length()) {
      throw new IllegalArgumentException("no id of a feed");
    }
    return new Feed(id.substring(ID_PREFIX.length(), end), id.substring(end + 1));
  }

  /** For instance {@code feed:utilities:11}. */
  public String id() {
    return idOf(source, regionPrefix);
  }

  private static String idOf(String source, String regionPrefix) {
    return ID_PREFIX + source + SEPARATOR + regionPrefix;
  }
}
