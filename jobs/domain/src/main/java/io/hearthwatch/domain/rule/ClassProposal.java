package io.hearthwatch.domain.rule;

import java.util.List;
import java.util.OptionalLong;

/**
 * The class that a household's figures suggest. It proposes; a person decides, and no payment ever
 * depends on it.
 *
 * @param householdClass for instance dibao
 * @param variant by which way into it
 * @param regionPrefix of which region's rules; empty for the nation
 * @param fromDay epoch day since which those hold
 * @param source where those come from
 * @param entitlementFen a month; empty where the class pays none, or it is not known
 */
public record ClassProposal(
    String householdClass,
    String variant,
    String regionPrefix,
    int fromDay,
    String source,
    OptionalLong entitlementFen,
    List<Measured> measured,
    List<LimitUsed> limits,
    List<Long> records,
    int recordCount) {}
