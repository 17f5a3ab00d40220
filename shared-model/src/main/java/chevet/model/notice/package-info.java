/** What a ward says to everybody at once. */
package chevet.model.notice;
