package io.hearthwatch.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes a page that a browser reads as HTML and a parser as XML. Every text and every value of an
 * attribute goes through {@link #escaped}; there is no other way in.
 */
final class Xhtml {

  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param attributes names and values by turns
   */
  Xhtml open(String name, String... attributes) {
    tag(name, attributes).append('>');
    open.push(name);
    return this;
  }

  /** An element that HTML closes by itself, such as meta. */
  Xhtml only(String name, String... attributes) {
    tag(name, attributes).append("/>");
    return this;
  }

  /** An element with a text and nothing else. */
  Xhtml leaf(String name, String text, String... attributes) {
    return open(name, attributes).text(text).close();
  }

  Xhtml text(String text) {
    out.append(escaped(text));
    return this;
  }

  Xhtml close() {
    out.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** The page; everything must have been closed. */
  String page() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return out.toString();
  }

  private StringBuilder tag(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escaped(attributes[i + 1])).append('"');
    }
    return out;
  }

  /** Nothing in it is markup any more, and nothing in it is forbidden in XML 1.0. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isAllowed(c) ? c : REPLACEMENT);
              }
            });
    return safe.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\n'
        || c >= 0x20 && c < 0x7F
        || c >= 0xA0 && c < 0xD800
        || c >= 0xE000 && c < 0xFFFE
        || c >= 0x10000;
  }
}
