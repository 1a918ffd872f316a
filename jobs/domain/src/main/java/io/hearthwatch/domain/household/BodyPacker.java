package io.hearthwatch.domain.household;

/**
 * Packs a body for the ledger: every field becomes one non-negative number, and a bit mask says
 * which of them are not 0, for most fields of most bills are.
 */
final class BodyPacker implements FieldWriter {

  /** Days are counted from 1900-01-01 here, so that none is negative. */
  static final int DAY_ORIGIN = -25567;

  private final Dictionary dictionary;
  private final int day;
  private final long[] values = new long[16];
  private int count;

  BodyPacker(Dictionary dictionary, int day) {
    this.dictionary = dictionary;
    this.day = day;
  }

  void writeTo(ByteWriter out) {
    long mask = 0;
    for (int i = 0; i < count; i++) {
      if (values[i] != 0) {
        mask |= 1L << i;
      }
    }
    out.varint(mask);
    for (int i = 0; i < count; i++) {
      if (values[i] != 0) {
        out.varint(values[i]);
      }
    }
  }

  @Override
  public void number(String name, long value) {
    values[count++] = value;
  }

  /** Most income is earned in the month in which it is paid, or the one before. */
  @Override
  public void month(String name, Month value) {
    values[count++] = ByteWriter.zigzag(value.index() - CivilMonth.index(day));
  }

  @Override
  public void flag(String name, boolean value) {
    values[count++] = value ? 1 : 0;
  }

  @Override
  public void text(String name, String value) {
    values[count++] = dictionary.index(value);
  }

  @Override
  public void optionalText(String name, String value) {
    values[count++] = value == null ? 0 : dictionary.index(value) + 1L;
  }

  @Override
  public void optionalDay(String name, Integer value) {
    values[count++] = value == null ? 0 : value - DAY_ORIGIN + 1L;
  }
}
