/** Names from the hospital's data in several languages. */
package chevet.model.text;
