package io.hearthwatch.domain.alert;

import io.hearthwatch.domain.policy.Text;
import java.util.EnumSet;
import java.util.Set;

/** The legal changes of a case; anything else throws. A null status stands for no case at all. */
public enum CaseTransition {
  /** A hit fired and there was no case, or the last one ended too long ago. */
  OPENED("开案", "opened", null, CaseStatus.OPEN),
  /** A hit fired soon after the end. */
  REOPENED("重启", "reopened", EnumSet.of(CaseStatus.CLOSED, CaseStatus.WITHDRAWN), CaseStatus.OPEN),
  /** It became more urgent. */
  RAISED("升级", "raised", EnumSet.of(CaseStatus.OPEN, CaseStatus.ACCEPTED), null),
  /** It became less urgent; the deadline stays. */
  LOWERED("降级", "lowered", EnumSet.of(CaseStatus.OPEN, CaseStatus.ACCEPTED), null),
  /** Other hits, or one of them a quarter worse, at the same urgency. */
  UPDATED("更新", "updated", EnumSet.of(CaseStatus.OPEN, CaseStatus.ACCEPTED), null),
  /** A caseworker took it. */
  ACCEPTED("受理", "accepted", EnumSet.of(CaseStatus.OPEN), CaseStatus.ACCEPTED),
  /** No hit is left, though the cause was real. */
  CLOSED("结案", "closed", EnumSet.of(CaseStatus.OPEN, CaseStatus.ACCEPTED), CaseStatus.CLOSED),
  /** No hit is left, and as of the day of opening there never was one. */
  WITHDRAWN("撤回", "withdrawn", EnumSet.of(CaseStatus.OPEN), CaseStatus.WITHDRAWN);

  private final Text text;
  private final Set<CaseStatus> from;
  private final CaseStatus to;

  CaseTransition(String zh, String en, Set<CaseStatus> from, CaseStatus to) {
    this.text = new Text(zh, en);
    this.from = from;
    this.to = to;
  }

  public Text text() {
    return text;
  }

  /**
   * The status after this transition; throws IllegalStateException where it is not legal.
   *
   * @param status before; null where there is no case
   */
  public CaseStatus apply(CaseStatus status) {
    boolean legal =
        status == null ? from == null : from == null ? status.ended() : from.contains(status);
    if (!legal) {
      throw new IllegalStateException("a case that is " + status + " cannot be " + this);
    }
    return to == null ? status : to;
  }
}
