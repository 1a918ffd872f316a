package io.hearthwatch.io.policy;

import io.hearthwatch.domain.household.body.DiagnosisMade;
import io.hearthwatch.domain.household.body.DisabilityGraded;
import io.hearthwatch.domain.household.body.EmploymentChanged;
import io.hearthwatch.domain.household.body.InsuranceChanged;
import io.hearthwatch.domain.household.body.MemberDied;
import io.hearthwatch.domain.household.body.MemberLeft;
import io.hearthwatch.domain.household.body.SchoolStatusChanged;
import java.time.LocalDate;

/** What is so of one person from a day on. */
final class PersonWords implements EventWords {

  private static final int MILDEST_GRADE = 4;

  @Override
  public Said said(EventFields event, LocalDate on) {
    if (event.has("leaves")) {
      MemberLeft left = new MemberLeft(event.code("reason", "moved-out"));
      return new Said(left, event.text("leaves"), "civil-affairs");
    }
    if (event.has("dies")) {
      return new Said(new MemberDied("illness"), event.text("dies"), "civil-affairs");
    }
    if (event.has("disability")) {
      long grade = event.yaml().wholeNumber("grade", 0, MILDEST_GRADE);
      return new Said(
          new DisabilityGraded(event.code("disability"), grade),
          event.text("who"),
          "disabled-federation");
    }
    if (event.has("diagnosis")) {
      return new Said(
          new DiagnosisMade(event.code("diagnosis")), event.text("who"), "medical-insurance");
    }
    if (event.has("insured") || event.has("uninsured")) {
      boolean insured = event.has("insured");
      String scheme = event.code(insured ? "insured" : "uninsured");
      return new Said(
          new InsuranceChanged(scheme, insured, event.optionalDay("through")),
          event.text("who"),
          "medical-insurance");
    }
    if (event.has("employment")) {
      return new Said(
          new EmploymentChanged(event.code("employment")), event.text("who"), "human-resources");
    }
    if (event.has("school")) {
      return new Said(
          new SchoolStatusChanged(event.code("school"), event.code("status")),
          event.text("who"),
          "education");
    }
    return null;
  }
}
