/**
 * Channels, their guide, and the pure rules that say which of them a stay may see, how loud, and
 * when only in the headphones.
 */
package chevet.model.tv;
