package io.hearthwatch.simulation;

/**
 * Help that departments gave because somebody asked, or because everybody saw the need.
 *
 * @param index number within the household
 * @param programme as in GrantApproved
 * @param cause as in GrantApproved
 * @param source the department
 * @param appliedOn epoch day, or {@link #UNASKED}
 * @param grantedOn epoch day
 * @param months for which it is paid
 * @param monthlyFen fen a month
 * @param disasterId or null
 */
record Aid(
    int index,
    String programme,
    String cause,
    String source,
    int appliedOn,
    int grantedOn,
    int months,
    long monthlyFen,
    String disasterId) {

  static final int UNASKED = Integer.MIN_VALUE;
}
