package io.hearthwatch.stack.mapping;

import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import io.hearthwatch.domain.household.Month;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** What a value of a mapping is, in an expression, in a constant, and in Java. */
enum ValueKind {
  TEXT("a text", SimpleType.STRING, String.class) {
    @Override
    Object parse(String text) {
      return text;
    }
  },
  NUMBER("a whole number", SimpleType.INT, Long.class) {
    @Override
    Object parse(String text) {
      if (!WHOLE_NUMBER.matcher(text).matches()) {
        throw new RowProblem("a text is no whole number");
      }
      try {
        return Long.valueOf(text);
      } catch (NumberFormatException e) {
        throw new RowProblem("a number is too large");
      }
    }
  },
  FLAG("true or false", SimpleType.BOOL, Boolean.class) {
    @Override
    Object parse(String text) {
      return switch (text) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new RowProblem("a text is neither true nor false");
      };
    }
  },
  DAY("a day", OpaqueType.create("day"), LocalDate.class) {
    @Override
    Object parse(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        throw new RowProblem("a text is no day written yyyy-MM-dd");
      }
    }
  },
  MONTH("a month", OpaqueType.create("month"), Month.class) {
    @Override
    Object parse(String text) {
      try {
        YearMonth month = YearMonth.parse(text);
        return Months.of(month.getYear(), month.getMonthValue());
      } catch (DateTimeException e) {
        throw new RowProblem("a text is no month written yyyy-MM");
      }
    }
  },
  INSTANT("an instant", SimpleType.TIMESTAMP, Instant.class) {
    @Override
    Object parse(String text) {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        throw new RowProblem("a text is no instant written 2024-05-31T10:00:00Z");
      }
    }
  };

  private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,19}");

  /** Stands for "no day" where a day is optional; no day of the field is that early. */
  static final LocalDate NO_DAY = LocalDate.MIN;

  private final String words;
  private final CelType celType;
  private final Class<?> javaType;

  ValueKind(String words, CelType celType, Class<?> javaType) {
    this.words = words;
    this.celType = celType;
    this.javaType = javaType;
  }

  /** How messages call it, with its article. */
  String words() {
    return words;
  }

  CelType celType() {
    return celType;
  }

  Class<?> javaType() {
    return javaType;
  }

  /** Reads a constant, or the text of a filled template; throws RowProblem. */
  abstract Object parse(String text);

  /** The kind of an expression's type, or null where it is none that a mapping can use. */
  static ValueKind of(CelType type) {
    for (ValueKind kind : values()) {
      if (kind.celType.equals(type)) {
        return kind;
      }
    }
    return null;
  }
}
