/**
 * The toolbar click: opens the panel and says which tab was clicked on. The click is what lets the panel read that
 * one tab, so nothing may stand between it and the opening.
 */
import { onToolbarClick, openPanel, rememberClick } from "./browser.js";

onToolbarClick((click) => {
  openPanel(click.windowId);
  rememberClick(click);
});
