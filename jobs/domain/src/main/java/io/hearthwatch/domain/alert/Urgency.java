package io.hearthwatch.domain.alert;

import io.hearthwatch.domain.policy.Text;

/** How soon somebody must visit; by the parameters visit-limit-red and visit-limit-working-days. */
public enum Urgency {
  BLUE("蓝色", "blue"),
  YELLOW("黄色", "yellow"),
  ORANGE("橙色", "orange"),
  RED("红色", "red");

  private final Text name;

  Urgency(String zh, String en) {
    this.name = new Text(zh, en);
  }

  public Text text() {
    return name;
  }

  /** This urgency some tiers up; RED is the ceiling. */
  public Urgency up(int tiers) {
    return values()[Math.min(ordinal() + tiers, RED.ordinal())];
  }

  public boolean above(Urgency other) {
    return ordinal() > other.ordinal();
  }

  /** The higher of two, either of which may be null. */
  public static Urgency higher(Urgency one, Urgency other) {
    return one == null || other != null && other.above(one) ? other : one;
  }
}
