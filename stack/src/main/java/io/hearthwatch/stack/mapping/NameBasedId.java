package io.hearthwatch.stack.mapping;

import io.hearthwatch.domain.household.EventId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Event ids that come out the same whenever the same thing is imported: UUID version 5 of RFC 9562,
 * section 5.5 (SHA-1 over the namespace and the name in UTF-8). Not for several threads.
 */
final class NameBasedId {

  /** Namespace of events: itself version 5, of "urn:hearthwatch:event" in RFC 9562's URL space. */
  static final UUID EVENTS = UUID.fromString("d5ee1668-62c9-5ea5-b3a1-fd570f3d3d8d");

  private static final long VERSION_MASK = 0xFFFF_FFFF_FFFF_0FFFL;
  private static final long VERSION_5 = 0x5000L;
  private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final byte[] namespace;
  private final MessageDigest sha1;

  NameBasedId(UUID namespace) {
    this.namespace =
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(namespace.getMostSignificantBits())
            .putLong(namespace.getLeastSignificantBits())
            .array();
    try {
      this.sha1 = MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-1", e);
    }
  }

  EventId of(String name) {
    sha1.reset();
    sha1.update(namespace);
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
    long high = hash.getLong() & VERSION_MASK | VERSION_5;
    long low = hash.getLong() & VARIANT_MASK | VARIANT;
    return new EventId(high, low);
  }
}
