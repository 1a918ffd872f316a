package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * What the household owns, as declared or checked.
 *
 * @param financialAssetsFen fen; deposits, securities, funds
 * @param dwellings dwellings owned
 * @param vehicleValueFen fen; value of motor vehicles
 */
public record PropertyDeclared(long financialAssetsFen, long dwellings, long vehicleValueFen)
    implements EventBody {

  public PropertyDeclared {
    Limits.amount("financialAssetsFen", financialAssetsFen);
    Limits.count("dwellings", dwellings);
    Limits.amount("vehicleValueFen", vehicleValueFen);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static PropertyDeclared read(FieldReader in) {
    return new PropertyDeclared(in.number(), in.number(), in.number());
  }

  @Override
  public EventType type() {
    return EventType.PROPERTY_DECLARED;
  }

  @Override
  public void write(FieldWriter out) {
    out.number("financialAssetsFen", financialAssetsFen);
    out.number("dwellings", dwellings);
    out.number("vehicleValueFen", vehicleValueFen);
  }
}
