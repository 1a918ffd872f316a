package io.hearthwatch.domain.household;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Decides between two different contents of the same revision: the greater SHA-256 of the canonical
 * text survives, whichever came first. The text is <code>
 * day|region|helping region|TYPE|field=value|field=value ...</code>, an absent value empty, a month
 * as yyyymm, a flag as true or false, a day since 1970-01-01.
 */
public final class ContentHash {

  private ContentHash() {}

  /** The canonical text; it leaves out what may not change anyway, and when it was reported. */
  public static String canonicalText(
      int occurredOn, String registeredRegion, String helpingRegion, EventBody body) {
    CanonicalText text = new CanonicalText();
    text.out.append(occurredOn).append('|').append(registeredRegion).append('|');
    text.out.append(helpingRegion == null ? "" : helpingRegion).append('|').append(body.type());
    body.write(text);
    return text.out.toString();
  }

  /** Compares as unsigned bytes; 0 means the same content. */
  public static int compare(String canonicalText, String otherCanonicalText) {
    return canonicalText.equals(otherCanonicalText)
        ? 0
        : Arrays.compareUnsigned(sha256(canonicalText), sha256(otherCanonicalText));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  private static final class CanonicalText implements FieldWriter {
    private final StringBuilder out = new StringBuilder();

    private void field(String name, Object value) {
      out.append('|').append(name).append('=').append(value == null ? "" : value);
    }

    @Override
    public void number(String name, long value) {
      field(name, value);
    }

    @Override
    public void month(String name, Month value) {
      field(name, value.number());
    }

    @Override
    public void flag(String name, boolean value) {
      field(name, value);
    }

    @Override
    public void text(String name, String value) {
      field(name, value);
    }

    @Override
    public void optionalText(String name, String value) {
      field(name, value);
    }

    @Override
    public void optionalDay(String name, Integer value) {
      field(name, value);
    }
  }
}
