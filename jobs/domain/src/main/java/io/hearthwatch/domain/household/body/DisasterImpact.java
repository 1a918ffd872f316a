package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * What one disaster did to one household.
 *
 * @param disasterId id of the disaster
 * @param disasterType flood, earthquake, typhoon, drought, landslide, fire, snow, other
 * @param damage none, light, severe or collapsed: the home
 * @param homeUsable the home can be lived in
 * @param casualties members dead or missing
 * @param injured members injured
 * @param lossFen fen; estimated loss
 */
public record DisasterImpact(
    String disasterId,
    String disasterType,
    String damage,
    boolean homeUsable,
    long casualties,
    long injured,
    long lossFen)
    implements EventBody {

  public DisasterImpact {
    Limits.id("disasterId", disasterId);
    Limits.code("disasterType", disasterType);
    Limits.code("damage", damage);
    Limits.count("casualties", casualties);
    Limits.count("injured", injured);
    Limits.amount("lossFen", lossFen);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static DisasterImpact read(FieldReader in) {
    return new DisasterImpact(
        in.text(), in.text(), in.text(), in.flag(), in.number(), in.number(), in.number());
  }

  @Override
  public EventType type() {
    return EventType.DISASTER_IMPACT;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("disasterId", disasterId);
    out.text("disasterType", disasterType);
    out.text("damage", damage);
    out.flag("homeUsable", homeUsable);
    out.number("casualties", casualties);
    out.number("injured", injured);
    out.number("lossFen", lossFen);
  }
}
