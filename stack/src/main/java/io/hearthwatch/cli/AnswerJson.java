package io.hearthwatch.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.wire.CaseView;
import io.hearthwatch.wire.ClassProposal;
import io.hearthwatch.wire.Hit;
import io.hearthwatch.wire.HouseholdAnswer;
import io.hearthwatch.wire.LimitUsed;
import io.hearthwatch.wire.Measured;
import io.hearthwatch.wire.MutedHit;
import java.util.List;
import java.util.Optional;

/** An answer as one line of JSON; docs/answers.md has its schema. */
final class AnswerJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private AnswerJson() {}

  static String line(HouseholdAnswer answer) {
    ObjectNode root = JSON.createObjectNode();
    root.put("householdId", answer.getHouseholdId());
    root.put("known", answer.getKnown());
    if (answer.getKnown()) {
      root.put("asOf", answer.getAsOf().toString());
      root.put("bundleVersion", answer.getBundleVersion());
      root.put("registeredRegion", answer.getRegisteredRegion());
      root.put("residence", answer.getResidence());
      texts(root.putArray("members"), answer.getMembers());
      texts(root.putArray("classes"), answer.getClasses());
      root.put("lineCount", answer.getLineCount());
      measured(root.putArray("indicators"), answer.getIndicators());
      ArrayNode unknown = root.putArray("notAssessable");
      answer
          .getNotAssessable()
          .forEach(
              u ->
                  unknown
                      .addObject()
                      .put("about", u.getAbout())
                      .put("subject", u.getSubject())
                      .put("code", u.getCode())
                      .put("detail", u.getDetail()));
      ArrayNode hits = root.putArray("hits");
      answer.getHits().forEach(hit -> hit(hits.addObject(), hit, MutedHits.of(hit, answer)));
      ArrayNode flows = root.putArray("flows");
      answer
          .getFlows()
          .forEach(
              flow ->
                  flows
                      .addObject()
                      .put("date", flow.getDate().toString())
                      .put("receivedFen", flow.getReceivedFen())
                      .put("spentFen", flow.getSpentFen()));
      if (answer.getLastCase() == null) {
        root.putNull("case");
      } else {
        lastCase(root.putObject("case"), answer.getLastCase());
      }
      if (answer.getProposal() == null) {
        root.putNull("proposal");
      } else {
        proposal(root.putObject("proposal"), answer.getProposal());
      }
    }
    return root.toString();
  }

  private static void proposal(ObjectNode node, ClassProposal proposal) {
    node.put("class", proposal.getHouseholdClass())
        .put("variant", proposal.getVariant())
        .put("regionPrefix", proposal.getRegionPrefix())
        .put("from", proposal.getFromDate().toString())
        .put("source", proposal.getSource())
        .put("entitlementFen", proposal.getEntitlementFen());
    measured(node.putArray("measured"), proposal.getMeasured());
    ArrayNode limits = node.putArray("limits");
    proposal.getLimits().forEach(limit -> limit(limits.addObject(), limit));
    ArrayNode records = node.putArray("records");
    proposal.getRecords().forEach(id -> records.add(EventId.shortText(id)));
    node.put("recordCount", proposal.getRecordCount());
  }

  private static void hit(ObjectNode node, Hit hit, Optional<MutedHit> muted) {
    node.put("rule", hit.getRuleId());
    node.put("subject", hit.getSubject());
    node.put("category", hit.getCategory());
    node.put("urgency", hit.getUrgency().name());
    node.put("raisedBy", hit.getRaisedBy());
    node.put("measure", hit.getMeasure());
    measured(node.putArray("measured"), hit.getMeasured());
    ArrayNode limits = node.putArray("limits");
    hit.getLimits().forEach(limit -> limit(limits.addObject(), limit));
    ArrayNode records = node.putArray("records");
    hit.getRecords().forEach(id -> records.add(EventId.shortText(id)));
    node.put("recordCount", hit.getRecordCount());
    texts(node.putArray("notify"), hit.getNotify());
    if (muted.isEmpty()) {
      node.putNull("muted");
    } else {
      node.putObject("muted")
          .put("visitedOn", muted.get().getVisitedOn().toString())
          .put("mutedThrough", muted.get().getMutedThrough().toString());
    }
  }

  private static void measured(ArrayNode nodes, List<Measured> all) {
    all.forEach(
        measured ->
            nodes
                .addObject()
                .put("indicator", measured.getIndicator())
                .put("window", measured.getWindow())
                .put("from", measured.getFromDate().toString())
                .put("to", measured.getToDate().toString())
                .put("value", measured.getValue())
                .put("unit", measured.getUnit()));
  }

  private static void limit(ObjectNode node, LimitUsed limit) {
    node.put("parameter", limit.getParameter())
        .put("key", limit.getKey())
        .put("value", limit.getValue())
        .put("unit", limit.getUnit())
        .put("regionPrefix", limit.getRegionPrefix())
        .put("from", limit.getFromDate().toString());
  }

  private static void lastCase(ObjectNode node, CaseView view) {
    node.put("caseId", view.getCaseId())
        .put("sequence", view.getSequence())
        .put("status", view.getStatus().name())
        .put("urgency", view.getUrgency().name())
        .put("openedOn", view.getOpenedOn().toString());
    if (view.getEndedOn() == null) {
      node.putNull("endedOn");
    } else {
      node.put("endedOn", view.getEndedOn().toString());
    }
    node.put("visitBy", view.getVisitBy().toString());
    texts(node.putArray("openedFor"), view.getOpenedFor());
  }

  private static void texts(ArrayNode nodes, List<String> texts) {
    texts.forEach(nodes::add);
  }
}
