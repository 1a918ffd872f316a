package io.hearthwatch.io.tables;

import java.util.List;

/**
 * A row of {@code hearthwatch.risk_hit}, but for the change that says it.
 *
 * @param hitNumber counts from 1
 */
public record HitRow(
    int hitNumber,
    String ruleId,
    String ruleNameZh,
    String ruleNameEn,
    String category,
    String subject,
    String urgency,
    String raisedBy,
    long measure,
    int recordCount,
    String clearsZh,
    String clearsEn,
    List<String> departments) {}
