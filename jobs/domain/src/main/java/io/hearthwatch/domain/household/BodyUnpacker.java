package io.hearthwatch.domain.household;

/** Reads the fields that {@link BodyPacker} packed. */
final class BodyUnpacker extends ByteReader implements FieldReader {

  private final Dictionary dictionary;
  private final int day;
  private long mask;

  BodyUnpacker(byte[] bytes, int position, Dictionary dictionary, int day) {
    super(bytes, position);
    this.dictionary = dictionary;
    this.day = day;
    this.mask = varint();
  }

  @Override
  public long number() {
    long present = mask & 1;
    mask >>>= 1;
    return present == 0 ? 0 : varint();
  }

  @Override
  public Month month() {
    return new Month((int) (unzigzag(number()) + CivilMonth.index(day)));
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
