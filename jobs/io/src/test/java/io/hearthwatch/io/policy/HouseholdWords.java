package io.hearthwatch.io.policy;

import io.hearthwatch.domain.household.body.ApplicationMade;
import io.hearthwatch.domain.household.body.ClassEnded;
import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.DwellingGraded;
import io.hearthwatch.domain.household.body.HouseholdMoved;
import io.hearthwatch.domain.household.body.HouseholdRegistered;
import io.hearthwatch.domain.household.body.PropertyDeclared;
import io.hearthwatch.domain.household.body.ReferralAnswered;
import io.hearthwatch.domain.household.body.ReviewDone;
import io.hearthwatch.domain.household.body.VisitDone;
import java.time.LocalDate;

/** Where the household lives, what it is recognised as, and what it owns. */
final class HouseholdWords implements EventWords {

  @Override
  public Said said(EventFields event, LocalDate on) {
    String source = "civil-affairs";
    if (event.has("registered")) {
      return new Said(new HouseholdRegistered(event.code("registered")), null, source);
    }
    if (event.has("moved")) {
      return new Said(new HouseholdMoved(null, event.code("moved")), null, source);
    }
    if (event.has("class")) {
      String variant = event.code("variant", null);
      Integer through = event.optionalDay("through");
      return new Said(new ClassRecognised(event.code("class"), variant, through), null, source);
    }
    if (event.has("class-ends")) {
      return new Said(new ClassEnded(event.code("class-ends"), "income"), null, source);
    }
    if (event.has("applies")) {
      return new Said(new ApplicationMade(event.code("applies")), null, source);
    }
    if (event.has("reviewed")) {
      return new Said(new ReviewDone(event.code("reviewed")), null, source);
    }
    if (event.has("visited")) {
      return new Said(
          new VisitDone(event.text("visited"), event.code("outcome", "not-confirmed"), null),
          event.optionalText("who"),
          source);
    }
    if (event.has("dwelling")) {
      return new Said(new DwellingGraded(event.code("dwelling")), null, "housing");
    }
    if (event.has("assets")) {
      return new Said(
          new PropertyDeclared(event.fen("assets"), event.count("dwellings"), event.fen("vehicle")),
          event.optionalText("who"),
          source);
    }
    if (event.has("referral")) {
      return new Said(
          new ReferralAnswered(event.text("referral"), event.code("answer"), null),
          null,
          "civil-affairs");
    }
    return null;
  }
}
