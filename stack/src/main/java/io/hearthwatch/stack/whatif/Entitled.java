package io.hearthwatch.stack.whatif;

/** Households, and what they are entitled to a month by the old and by the new policies, in fen. */
public record Entitled(long households, long fenBefore, long fenAfter) {

  static final Entitled NOBODY = new Entitled(0, 0, 0);

  Entitled plus(Entitled other) {
    return new Entitled(
        households + other.households, fenBefore + other.fenBefore, fenAfter + other.fenAfter);
  }

  /** How much more it is by the new policies. */
  public long moreFen() {
    return fenAfter - fenBefore;
  }
}
