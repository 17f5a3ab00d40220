/** What comes by HTTP and is named by its hash: objects, and the words that events name them by. */
package chevet.model.pack;
