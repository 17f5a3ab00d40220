/** The tour: every screen and page of the real programs, walked through and pictured. */
@org.jspecify.annotations.NullMarked
package chevet.tour;
