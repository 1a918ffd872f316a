package io.hearthwatch.stack.mapping;

import java.util.List;

/**
 * Remembers the results of an expression by what it looks at. Expressions have no side effects, and
 * most of them look at columns with few different values (a type, a region, a day); then comparing
 * a few texts is several times cheaper than evaluating. Where values hardly repeat it stops trying.
 */
final class Remembering implements Value {

  private static final int SLOTS = 1 << 10;
  private static final int TRIAL_ROWS = 1 << 12;

  private final Value expression;
  private final List<Scope.Name> roots;
  private final Object[][] keys = new Object[SLOTS][];
  private final Object[] results = new Object[SLOTS];
  private int asked;
  private int missed;
  private boolean useless;

  /**
   * @param roots what decides the result; never let values, because an expression may avoid asking
   *     for one that fails
   */
  Remembering(Value expression, List<Scope.Name> roots) {
    this.expression = expression;
    this.roots = roots;
  }

  @Override
  public Object of(Row row) {
    return useless ? expression.of(row) : remembered(row);
  }

  private Object remembered(Row row) {
    Object[] key = new Object[roots.size()];
    int hash = 1;
    for (int i = 0; i < key.length; i++) {
      key[i] = row.value(roots.get(i));
      hash = 31 * hash + key[i].hashCode();
    }
    int slot = (hash ^ hash >>> 16) & (SLOTS - 1);
    asked++;
    if (!same(keys[slot], key)) {
      results[slot] = expression.of(row);
      keys[slot] = key;
      missed++;
    }
    if (asked == TRIAL_ROWS) {
      useless = missed > TRIAL_ROWS / 2;
      asked = 0;
      missed = 0;
    }
    return results[slot];
  }

  private static boolean same(Object[] known, Object[] key) {
    if (known == null) {
      return false;
    }
    for (int i = 0; i < key.length; i++) {
      if (!known[i].equals(key[i])) {
        return false;
      }
    }
    return true;
  }
}
