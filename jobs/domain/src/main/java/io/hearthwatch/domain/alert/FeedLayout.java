package io.hearthwatch.domain.alert;

import io.hearthwatch.domain.household.ByteReader;
import io.hearthwatch.domain.household.ByteWriter;

/**
 * The bytes of a feed: a layout number, flags, what it said, for how long it has been silent, the
 * case. {@code docs/state.md} has the table; a new layout gets a new number.
 */
final class FeedLayout {

  private static final int FIRST = 1;
  private static final int HAS_CASE = 1;

  private FeedLayout() {}

  static byte[] write(FeedState state) {
    ByteWriter out = new ByteWriter(64);
    out.octet(FIRST);
    out.octet(state.lastCase() == null ? 0 : HAS_CASE);
    out.signed(state.throughDay());
    out.signed(state.silentDays());
    out.signed(state.lookedOn());
    out.signed(state.causeThroughDay());
    out.signed(state.causeSilentDays());
    if (state.lastCase() != null) {
      CaseLayout.write(out, state.lastCase());
    }
    return out.toBytes();
  }

  static FeedState read(byte[] bytes) {
    ByteReader in = new ByteReader(bytes, 0);
    int layout = in.octet();
    if (layout > FIRST) {
      throw new IllegalStateException("feed layout " + layout + " is newer than this program");
    }
    int flags = in.octet();
    return new FeedState(
        (int) in.signed(),
        (int) in.signed(),
        (int) in.signed(),
        (int) in.signed(),
        (int) in.signed(),
        (flags & HAS_CASE) == 0 ? null : CaseLayout.read(in));
  }
}
