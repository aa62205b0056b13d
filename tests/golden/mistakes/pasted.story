TITLE: “Captain Meridian” #4
Written by: Dan O’Hara


PAGE ONE – FIVE PANELS

Panel 1.  EXT. ROOFTOP – NIGHT.  MERIDIAN crouches on a gargoyle. He’s watching — the city. Title: we should put it low.

	CAPTION (MERIDIAN):
		This city never sleeps.

	MERIDIAN:	“Not tonight.”

Panel 2.  Close on MERIDIAN’S eyes.

1. MERIDIAN (thought): Come on…

2. SFX:  KRA-KOOM!

Panel 3. THE GOLEM lands. Massive. Three inset panels:

a) Fist
b) Eye
c) Crowd

	GOLEM (ROBOTIC): HALT.

	GOLEM (cont’d): YOU ARE —

	MERIDIAN (O.P.): Shut it!

Panel 4. Nothing but white.

	NO COPY.

Panel 5. They fight.

	SFX (big): THWAM


PAGES 2 – 3 (DOUBLE-PAGE SPREAD)

PANEL ONE:  BIG PANEL.  Meridian thrown through a billboard.

	MERIDIAN:  NNNGH—!

Panel 2: Small. The crowd.

	CROWD MEMBER #1: Is that—?
	CROWD MEMBER #2: It is!
	Man in hat: Somebody call someone!

PAGE FOUR

(1 panel. Splash)

PANEL 1
Meridian & Golem, mid-air.

	MERIDIAN/GOLEM: RAAAH!

	CAP: TO BE CONTINUED…
