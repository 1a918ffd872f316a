package io.hearthwatch.domain.rule;

import java.util.HashMap;
import java.util.Map;

/**
 * What the codes that a word takes mean: for checking a rule without a household. A test holds the
 * list to the vocabulary; a word that takes texts is one more line.
 */
enum WordCodes {
  NONE,
  CLASSES,
  PROGRAMMES,
  FAMILIES,
  CATEGORIES,
  PARAMETER,
  /** Codes that nobody lists: reasons, stages. */
  OTHER;

  private static final Map<String, WordCodes> BY_WORD = new HashMap<>();

  static {
    list(CLASSES, "inClass", "leftClass", "inClassSince", "classEnds", "lastReview");
    list(CLASSES, "paidUnderOwed", "graceMonth");
    list(PROGRAMMES, "followedBy", "aidSince", "firstAidOn", "paidElsewhereToo");
    list(FAMILIES, "firing");
    list(CATEGORIES, "firingCategory");
    list(OTHER, "leftFor", "graduatedFrom");
    RuleNeeds.naming().forEach(word -> list(PARAMETER, word));
  }

  /** Of a word; one that is not listed takes none. */
  static WordCodes of(String word) {
    return BY_WORD.getOrDefault(word, NONE);
  }

  private static void list(WordCodes codes, String... words) {
    for (String word : words) {
      BY_WORD.put(word, codes);
    }
  }
}
