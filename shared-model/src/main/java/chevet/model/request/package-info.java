/** What patients ask their ward for, who cares for them today, and what the day holds. */
package chevet.model.request;
