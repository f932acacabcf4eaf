tambourRecherche({"pages":[
["accessibilite.html","Accessibilité","",""],
["actualites/coupure.html","Coupure d’eau","Actualité","Rue du Lavoir."],
["actualites/index.html","Actualités","",""],
["actualites/neige.html","Neige","Actualité",""],
["actualites/voeux.html","Vœux","Actualité",""],
["confidentialite.html","Données personnelles","",""],
["demarches/index.html","Démarches","","Toutes les démarches, en ligne et à la mairie."],
["horaires.html","Horaires d’ouverture","",""],
["mentions-legales.html","Mentions légales","",""],
["sources.html","Sources et licences","",""]],
"mots":"accessibilit actualit coupur demarch don eau horair lavoir legal licenc lign mairi mention neig ouvertur personnel rue sourc text tout voeu",
"ou":"0C 2C 1C 6D 5C 1C 7C 1B 8C 9C 6B 6B 8C 3C 7C 5C 1B 9C 0A1A2A1A1A3A 6B 4C"});
