package io.hearthwatch.domain.household;

import java.util.ArrayList;
import java.util.List;

/**
 * The texts of one profile, each kept once: ids of members, codes, regions. It only grows, so that
 * lines can be copied from an old blob to a new one as they are; {@link HouseholdProfile#pruned}
 * starts a fresh one.
 */
final class Dictionary {

  private final List<String> texts;

  Dictionary() {
    this(new ArrayList<>());
  }

  private Dictionary(List<String> texts) {
    this.texts = texts;
  }

  /** The index of a text, which is added where it is new. A household has few: a scan is enough. */
  int index(String text) {
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).equals(text)) {
        return i;
      }
    }
    texts.add(text);
    return texts.size() - 1;
  }

  String text(int index) {
    return texts.get(index);
  }

  void write(ByteWriter out) {
    out.varint(texts.size());
    for (String text : texts) {
      out.utf8(text);
    }
  }

  static Dictionary read(ByteReader in) {
    int count = (int) in.varint();
    List<String> texts = new ArrayList<>(count + 4);
    for (int i = 0; i < count; i++) {
      texts.add(in.utf8());
    }
    return new Dictionary(texts);
  }
}
