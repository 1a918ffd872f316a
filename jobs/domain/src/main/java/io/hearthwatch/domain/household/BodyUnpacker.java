package io.hearthwatch.domain.household;

/** Reads the fields that {@link BodyPacker} packed. */
final class BodyUnpacker implements FieldReader {

  private final ByteReader in;
  private final Dictionary dictionary;
  private final int day;
  private long mask;

  BodyUnpacker(ByteReader in, Dictionary dictionary, int day) {
    this.in = in;
    this.dictionary = dictionary;
    this.day = day;
    this.mask = in.varint();
  }

  @Override
  public long number() {
    long present = mask & 1;
    mask >>>= 1;
    return present == 0 ? 0 : in.varint();
  }

  @Override
  public Month month() {
    return new Month((int) (ByteReader.unzigzag(number()) + CivilMonth.index(day)));
  }

  @Override
  public boolean flag() {
    return number() != 0;
  }

  @Override
  public String text() {
    return dictionary.text((int) number());
  }

  @Override
  public String optionalText() {
    long index = number();
    return index == 0 ? null : dictionary.text((int) index - 1);
  }

  @Override
  public Integer optionalDay() {
    long value = number();
    return value == 0 ? null : (int) (value - 1 + BodyPacker.DAY_ORIGIN);
  }
}
