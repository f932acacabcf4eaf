tambourRecherche({"pages":[
["accessibilite.html","Accessibilité","",""],
["actualites/coupure.html","Coupure d’eau","Actualité","Rue du Lavoir."],
["actualites/index.html","Actualités","",""],
["actualites/neige.html","Neige","Actualité",""],
["actualites/voeux.html","Vœux","Actualité",""],
["confidentialite.html","Données personnelles","",""],
["demarches/index.html","Démarches","","Toutes les démarches, en ligne et à la mairie."],
["mentions-legales.html","Mentions légales","",""],
["sources.html","Sources et licences","",""]],
"mots":"accessibilit actualit coupur demarch don eau lavoir legal licenc lign mairi mention neig personnel rue sourc text tout voeu",
"ou":"0C 2C 1C 6D 5C 1C 1B 7C 8C 6B 6B 7C 3C 5C 1B 8C 0A1A2A1A1A2A 6B 4C"});
